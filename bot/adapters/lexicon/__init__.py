"""How the bundled dictionary is made: readers of the packages' data files, and the compiler."""
