-- Unknown for the boards there are until an administrator says: letters and pages show nothing for it until then.
alter table board add column postal_address varchar(300);
alter table board add column telephone varchar(30);
