"""The steps from each form of the tables to the next, one file a step in `versions`; `migrating` walks them."""
