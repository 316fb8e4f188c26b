package org.probity.workflows.bench;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.probity.calendar.WorkingDays;
import org.probity.closure.Closures;
import org.probity.investigation.Investigation;
import org.probity.investigation.Investigations;
import org.probity.kernel.Language;
import org.probity.member.Directory;
import org.probity.member.Person;
import org.probity.tenancy.Board;
import org.probity.tenancy.Boards;
import org.probity.tenancy.CurrentBoard;
import org.probity.tenancy.Deadlines;
import org.probity.worklist.Urgency;

/** The services that all cases need, without a database. Every day is a working day here. */
final class FakeCases {

    static final long OFFICER = 21;
    static final long SUBJECT = 31;
    static final long ACCOUNT = 41;

    private FakeCases() {
    }

    static final class Days extends WorkingDays {

        @Override
        public Instant plus(Instant from, int days) {
            return from.truncatedTo(ChronoUnit.DAYS).plus(days, ChronoUnit.DAYS).plus(17, ChronoUnit.HOURS);
        }
    }

    static final class AllBoards extends Boards {

        @Override
        public Board board() {
            return new Board(CurrentBoard.slug(), "Board", "Bwrdd", "REF", Board.Country.ENGLAND, "#005ea5", false,
                    "board@example.org", Deadlines.usual());
        }
    }

    static final class Cases extends Investigations {

        private final Map<Long, Urgency> urgent = new HashMap<>();

        void urgent(Long id, Urgency urgency) {
            urgent.put(id, urgency);
        }

        @Override
        public Investigation byId(Long id) {
            return new Case(id, urgent.getOrDefault(id, new Urgency(false, false, false)));
        }
    }

    private static final class Case extends Investigation {

        private final Long id;
        private final Urgency urgency;

        Case(Long id, Urgency urgency) {
            this.id = id;
            this.urgency = urgency;
        }

        @Override
        public Urgency urgency() {
            return urgency;
        }

        @Override
        public Long id() {
            return id;
        }

        @Override
        public String reference() {
            return "REF-" + id;
        }

        @Override
        public String title() {
            return "Post " + id;
        }

        @Override
        public Long officerId() {
            return OFFICER;
        }

        @Override
        public Long subjectId() {
            return SUBJECT;
        }

        @Override
        public boolean contactAllowed() {
            return true;
        }
    }

    static final class People extends Directory {

        @Override
        public Person person(Long id) {
            return new Person("Person " + id, null, null, null, ACCOUNT, Language.EN);
        }
    }

    static final class Endings extends Closures {

        private final Journal journal;

        Endings(Journal journal) {
            this.journal = journal;
        }

        @Override
        public void sendAdvice(String reference) {
            journal.note("sendAdvice", reference);
        }

        @Override
        public void announceWithdrawal(String reference) {
            journal.note("announceWithdrawal", reference);
        }
    }
}
