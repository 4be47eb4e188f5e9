"""The registers: the entries of one kind with the columns that those who use them know."""

from promissory.analysis.registers.listing import REGISTERS, Line, Register, columns_of, line_of, register

__all__ = ["REGISTERS", "Line", "Register", "columns_of", "line_of", "register"]
