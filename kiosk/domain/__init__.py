"""The rules and the words of the house: pure values and functions, no I/O, no clock, no framework."""
