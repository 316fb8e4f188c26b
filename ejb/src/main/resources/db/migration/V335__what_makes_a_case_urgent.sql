-- What makes a case urgent: what its reporter ticked, until an officer has answered the urgent gate; then what the last answer there says.
alter table investigation add column urgent_danger boolean default false not null;
alter table investigation add column urgent_image boolean default false not null;
alter table investigation add column urgent_grooming boolean default false not null;
update investigation set urgent_danger = true
    where exists (select 1 from gate_answer g where g.board = investigation.board and g.reference = investigation.reference and g.gate = 'URGENT'
            and g.answer_json like '%"danger":true%' and not exists (select 1 from gate_answer later where later.board = g.board
                and later.reference = g.reference and later.gate = 'URGENT' and later.round_no > g.round_no))
        or exists (select 1 from concern c where c.board = investigation.board and c.reference = investigation.reference and c.immediate_danger)
            and not exists (select 1 from gate_answer g where g.board = investigation.board and g.reference = investigation.reference
                and g.gate = 'URGENT');
update investigation set urgent_image = true
    where exists (select 1 from gate_answer g where g.board = investigation.board and g.reference = investigation.reference and g.gate = 'URGENT'
            and g.answer_json like '%"indecentImage":true%' and not exists (select 1 from gate_answer later where later.board = g.board
                and later.reference = g.reference and later.gate = 'URGENT' and later.round_no > g.round_no))
        or exists (select 1 from concern c where c.board = investigation.board and c.reference = investigation.reference and c.indecent_image)
            and not exists (select 1 from gate_answer g where g.board = investigation.board and g.reference = investigation.reference
                and g.gate = 'URGENT');
update investigation set urgent_grooming = true
    where exists (select 1 from gate_answer g where g.board = investigation.board and g.reference = investigation.reference and g.gate = 'URGENT'
            and g.answer_json like '%"grooming":true%' and not exists (select 1 from gate_answer later where later.board = g.board
                and later.reference = g.reference and later.gate = 'URGENT' and later.round_no > g.round_no))
        or exists (select 1 from concern c where c.board = investigation.board and c.reference = investigation.reference and c.grooming)
            and not exists (select 1 from gate_answer g where g.board = investigation.board and g.reference = investigation.reference
                and g.gate = 'URGENT');
