-- A case takes any number that is free in its year: nothing counts them any more.
drop table case_number;
