-- 4,000 signs of which each is quoted, and what stands beside them: an answer that passed its checks always fits.
alter table gate_answer alter column answer_json set data type varchar(32000);
alter table suspected_image alter column told_json set data type varchar(32000);
