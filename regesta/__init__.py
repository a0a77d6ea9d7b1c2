"""The counter: what a person runs and looks at. Commands parse, call and print; they compute nothing."""
