"""From bytes to a page: decoding, and one reader a layout. What the text says is read later."""
