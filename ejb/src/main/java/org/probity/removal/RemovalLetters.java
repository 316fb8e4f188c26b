package org.probity.removal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.probity.documents.Document;
import org.probity.documents.Documents;
import org.probity.documents.LetterPrinter;
import org.probity.documents.LetterSheet;
import org.probity.documents.LetterTexts;
import org.probity.identity.Person;
import org.probity.kernel.Language;
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
    private Boards boards;

    @Inject
    private LetterPrinter printer;

    @Inject
    private Documents documents;

    @Inject
    private Clock clock;

    /** @param kind key of its title, such as {@code document.reminder} @return the document */
    Long keep(RemovalRequest request, Person subject, String kind, Function<RemovalLetter, LetterSheet> letter) {
        RemovalLetter.Source source = source(request, subject);
        byte[] pdf = printer.print(languages(subject).map(l -> letter.apply(new RemovalLetter(request, source, l)))
                .toArray(LetterSheet[]::new));
        String title = LetterTexts.get(subject.language(), "removal." + kind);
        String name = request.reference() + "-" + request.id() + "-" + request.round().number()
                + kind.substring("document".length()).replace('.', '-') + ".pdf";
        return documents.store(Document.Kind.LETTER, request.reference(), title, name, pdf, subject.language()).id();
    }

    /** The language the person wishes; a bilingual board adds the other one. */
    private Stream<Language> languages(Person subject) {
        Stream<Language> other = Stream.of(Language.values()).filter(l -> l != subject.language() && boards.board().bilingual());
        return Stream.concat(Stream.of(subject.language()), other);
    }

    private RemovalLetter.Source source(RemovalRequest request, Person subject) {
        List<Clause> clauses = named.all(request);
        return new RemovalLetter.Source(boards.board(), subject, named.policies(clauses), clauses, allegations.of(request),
                Links.to(RemovalPost.page(request)), clock.instant());
    }
}
