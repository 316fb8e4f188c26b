package org.probity.removal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.probity.correspondence.SubjectLetters;
import org.probity.kernel.Language;
import org.probity.letter.LetterPrinter;
import org.probity.letter.LetterSheet;
import org.probity.letter.LetterTexts;
import org.probity.member.Directory;
import org.probity.member.Person;
import org.probity.notification.Links;
import org.probity.policy.Clause;
import org.probity.tenancy.Boards;

/** Prints the letters of a request and keeps them. */
@Dependent
class RemovalLetters {

    @Inject
    private RemovalClauses named;

    @Inject
    private RemovalAllegations allegations;

    @Inject
    private Directory directory;

    @Inject
    private Boards boards;

    @Inject
    private LetterPrinter printer;

    @Inject
    private SubjectLetters letters;

    @Inject
    private Clock clock;

    /**
     * @param kind key of its title, such as {@code document.reminder}
     * @param days working days to answer from the day of service on; null where the end is certain
     * @return the document
     */
    Long keep(RemovalRequest request, Person subject, String kind, Integer days, Function<RemovalLetter, LetterSheet> letter) {
        RemovalLetter.Source source = source(request, subject, days);
        byte[] pdf = printer.print(languages(subject).map(l -> letter.apply(new RemovalLetter(request, source, l)))
                .toArray(LetterSheet[]::new));
        String title = LetterTexts.get(subject.language(), "removal." + kind);
        String name = request.reference() + "-" + request.id() + "-" + request.round().number()
                + kind.substring("document".length()).replace('.', '-') + ".pdf";
        return letters.keep(request.reference(), subject, title, name, pdf);
    }

    /** Whether a letter of now is with them while there is time to answer. */
    boolean arrive(RemovalRequest request, Person subject) {
        return letters.arrives(subject, request.replyBy());
    }

    /** The language the person wishes; a bilingual board adds the other one. */
    private Stream<Language> languages(Person subject) {
        Stream<Language> other = Stream.of(Language.values()).filter(l -> l != subject.language() && boards.board().bilingual());
        return Stream.concat(Stream.of(subject.language()), other);
    }

    private RemovalLetter.Source source(RemovalRequest request, Person subject, Integer days) {
        List<Clause> clauses = named.all(request);
        return new RemovalLetter.Source(boards.board(), subject, named.policies(clauses), clauses, allegations.of(request),
                directory.signsIn(subject) ? Links.to(RemovalPost.page(request)) : null, days, clock.instant());
    }
}
