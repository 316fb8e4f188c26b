package org.probity.closure;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.probity.Fired;
import org.probity.TestDatabase;
import org.probity.correspondence.SubjectLetters;
import org.probity.documents.Document;
import org.probity.documents.Documents;
import org.probity.exclusion.UnseenBench;
import org.probity.investigation.Closing;
import org.probity.investigation.Investigation;
import org.probity.investigation.InvestigationEnded;
import org.probity.investigation.Stage;
import org.probity.kernel.Language;
import org.probity.letter.LetterPrinter;
import org.probity.letter.LetterSheet;
import org.probity.member.Directory;
import org.probity.member.Person;
import org.probity.notification.Mail;
import org.probity.tenancy.Boards;
import org.probity.worklist.StillProcesses;
import org.probity.worklist.Work;

/** Whatever ends is kept until a day that all are told alike; the letter that says "We wrote to you" goes to nobody who was never written to. */
class ClosuresTest extends UnseenBench {

    private boolean readable = true;
    private final List<String> told = new ArrayList<>();

    @Test
    void onlyASubjectWhoWasWrittenToHearsOfTheWithdrawal() {
        inBoard(entities -> {
            Person subject = new Person("Sam Rees", null, null, null, null, Language.EN);
            entities.persist(subject);
            Investigation investigation = investigations(entities).byReference(reference);
            investigation.concerns(subject.id(), subject.name());
            entities.createQuery("update Investigation i set i.contact.allowed = true").executeUpdate();
        });
        announce(false);
        assertThat(told).isEmpty();
        announce(true);
        assertThat(told).containsExactly(reference);
    }

    /** What waited until then is not sent any more; that nothing more is asked is told as soon as it is so. */
    @ParameterizedTest
    @CsvSource({"true, true, QUEUED", "false, true,", "true, false,"})
    void whoMayBeContactedAndReadsItHearsOfTheWithdrawalOfAPausedCase(boolean contact, boolean way, Mail.Status told) {
        readable = way;
        inBoard(entities -> {
            Person subject = new Person("Sam Rees", "sam.rees@example.org", null, null, null, Language.EN);
            entities.persist(subject);
            Investigation investigation = investigations(entities).byReference(reference);
            investigation.concerns(subject.id(), subject.name());
            investigation.contact().decide(contact, CLOCK.instant());
            investigation.pause(CLOCK.instant());
            outbox(entities).queue("removal/1/request/1", subject.name(), subject.email(), Language.EN, "removal.request", reference, "requests/removal/1");
        });
        inBoard(officer, entities -> {
            Closures closures = closures(entities, new Fired<>());
            TestDatabase.wire(closures, letters(entities), new StillProcesses() {
                @Override
                public void message(String message, String businessKey, Map<String, Object> ids) {
                    closures.announceWithdrawal(businessKey);
                }
            });
            closures.withdraw(reference, "A mistake");
        });
        assertThat(mail("investigation.withdrawn")).isEqualTo(told == null ? List.of() : List.of(told.name()));
        assertThat(mail("removal.request")).containsExactly("DROPPED held");
    }

    @Test
    void whatIsWithdrawnIsKeptForTheBoardsYears() {
        inBoard(officer, entities -> closures(entities, new Fired<>()).withdraw(reference, "A mistake"));
        assertThat(kept("Investigation i")).isEqualTo(LocalDate.of(2032, 11, 22));
    }

    /** Whoever hears of the end may say that it must be kept for longer: the row and the letter say the same. */
    @Test
    void theDayThatIsKeptUntilIsTheOneThatIsToldAndWritten() {
        inBoard(entities -> {
            Person subject = new Person("Sam Rees", null, null, null, null, Language.EN);
            entities.persist(subject);
            investigations(entities).byReference(reference).concerns(subject.id(), subject.name());
            entities.createQuery("update Investigation i set i.contact.allowed = true, i.stage = CLOSING").executeUpdate();
        });
        LocalDate retirement = LocalDate.of(2051, 5, 1);
        inBoard(officer, entities -> closures(entities, new Fired<>(event -> {
            if (event instanceof InvestigationEnded end) {
                investigations(entities).byReference(reference).retain(end.retirementOn());
            }
        })).close(reference, new Closing("No case", "Nothing", true, retirement)));
        assertThat(kept("Investigation i")).isEqualTo(retirement);
        assertThat(kept("Closure i")).isEqualTo(retirement);
        assertThat(told).containsExactly(reference + " " + retirement);
    }

    /** As where it may be a protected disclosure: whoever holds it sends it later, unless something else became of the case. */
    @ParameterizedTest
    @CsvSource({"true, CLOSING, true", "true, CLOSED, true", "true, DETECTION, false", "false,, true"})
    void adviceThatSomebodyHoldsIsSentOnceTheyLetItGo(boolean held, Stage then, boolean sent) {
        inBoard(entities -> {
            Person subject = new Person("Sam Rees", null, null, null, null, Language.EN);
            entities.persist(subject);
            investigations(entities).byReference(reference).concerns(subject.id(), subject.name());
            entities.createQuery("update Investigation i set i.contact.allowed = true, i.stage = CLOSING, i.decision = ADVICE").executeUpdate();
        });
        inBoard(entities -> advising(entities, held).sendAdvice(reference));
        assertThat(told.isEmpty()).isEqualTo(held);
        if (held) {
            inBoard(entities -> entities.createQuery("update Investigation i set i.stage = :stage").setParameter("stage", then).executeUpdate());
            inBoard(entities -> advising(entities, true).sendHeldAdvice(investigations(entities).byReference(reference)));
            assertThat(told).as("not while somebody else holds it").isEmpty();
            inBoard(entities -> advising(entities, false).sendHeldAdvice(investigations(entities).byReference(reference)));
        }
        assertThat(told).isEqualTo(sent ? List.of(reference) : List.of());
    }

    private Closures advising(EntityManager entities, boolean held) {
        return TestDatabase.wire(closures(entities, new Fired<>()), TestDatabase.wire(new Advice(), audit(entities), new Fired<AdvisingWanted>(wanted -> {
            if (held) {
                wanted.hold();
            }
        }), new ClosureLetters() {
            @Override
            void advice(Investigation investigation) {
                told.add(investigation.reference());
            }

            @Override
            boolean wereSent(Investigation investigation) {
                return false;
            }
        }));
    }

    private List<String> mail(String template) {
        return database.call(board, entities -> entities.createQuery("select m.status, m.matter.heldAt from Mail m where m.template = :template",
                Object[].class).setParameter("template", template).getResultList().stream().map(m -> m[0] + (m[1] == null ? "" : " held")).toList());
    }

    private Directory way(EntityManager entities) {
        return new Directory() {
            @Override
            public Person person(Long id) {
                return entities.find(Person.class, id);
            }

            @Override
            public boolean reaches(Person person) {
                return readable;
            }
        };
    }

    /** They were written to before. */
    private ClosureLetters letters(EntityManager entities) {
        return TestDatabase.wire(new ClosureLetters(), CLOCK, outbox(entities), TestDatabase.wire(new Boards(), entities),
                way(entities), new LetterPrinter() {
                    @Override
                    public byte[] print(LetterSheet... sheets) {
                        return new byte[0];
                    }
                }, new Documents() {
                    @Override
                    public boolean has(Document.Kind kind, String of) {
                        return true;
                    }
                }, new SubjectLetters() {
                    @Override
                    public Long keep(String of, Person to, String title, String fileName, byte[] pdf) {
                        return 7L;
                    }
                });
    }

    private LocalDate kept(String entity) {
        return database.call(board, entities -> entities.createQuery("select i.retainUntil from " + entity, LocalDate.class).getSingleResult());
    }

    private Closures closures(EntityManager entities, Fired<?> fired) {
        return TestDatabase.wire(new Closures(), entities, CLOCK, investigations(entities), unseen(entities), restricted(entities), stopped(),
                audit(entities), outbox(entities), fired, TestDatabase.wire(new Boards(), entities), new Work() {
                    @Override
                    public void finish(String task, String of, Long targetId, Map<String, Object> answers) {
                        // the step has tests of its own
                    }
                }, new ClosureLetters() {
                    @Override
                    void closed(Investigation investigation, String summary) {
                        told.add(investigation.reference() + " " + investigation.retainUntil());
                    }
                });
    }

    private void announce(boolean sent) {
        ClosureLetters letters = new ClosureLetters() {
            @Override
            boolean wereSent(Investigation investigation) {
                return sent;
            }

            @Override
            void withdrawn(Investigation investigation) {
                told.add(investigation.reference());
            }
        };
        inBoard(entities -> TestDatabase.wire(new Closures(), entities, investigations(entities), letters).announceWithdrawal(reference));
    }
}
