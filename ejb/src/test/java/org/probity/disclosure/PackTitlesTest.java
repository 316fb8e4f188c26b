package org.probity.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.probity.kernel.Language;
import org.probity.letter.LetterTexts;

/** What tells of an item that is held back. */
class PackTitlesTest {

    private static final PackSource FILM = evidence("Evidence: Amy Jones of year 4");
    private static final PackSource FILM_CY = evidence("Tystiolaeth: Amy Jones of year 4");
    private static final PackSource NOTE = PackSource.text(ItemKind.NOTE, 8L, "Note, 9 November 2026", List.of(),
            List.of(new PackSource.Passage(null, "Somebody rang, Amy.", false)));
    private static final KnownSources FILMS = known(Language.EN, FILM, FILM_CY);
    private static final KnownSources FILMS_CY = known(Language.CY, FILM, FILM_CY);
    private static final PackCase OF = new PackCase(4L, 1, "CHSCB-2026-0042", 1L, 2L, "Why", null, Set.of());

    @Test
    void whatIsLeftOutOrDescribedIsCalledByKindAndNumber() {
        assertThat(kept(FILM, PackItem.out(ItemKind.EVIDENCE, 6L, null, "A child"))).isEqualTo("Evidence (item 4)");
        assertThat(kept(FILM, described(" "))).isEqualTo("Evidence (item 4)");
        assertThat(kept(NOTE, PackItem.out(ItemKind.NOTE, 8L, null, "Who told us"))).isEqualTo("Note (item 4)");
    }

    @Test
    void alsoWhereItsOwnTitleIsGivenForIt() {
        assertThat(kept(FILM, described(FILM.title()))).isEqualTo("Evidence (item 4)");
        assertThat(PackTitles.printed(line(FILM, described(null), FILM.title()), FILMS, Language.EN)).isEqualTo("Evidence (item 4)");
    }

    @Test
    void whatGoesInAndWhatWeTitledOurselvesKeepsItsOwn() {
        assertThat(kept(FILM, PackItem.in(ItemKind.EVIDENCE, 6L, null))).isEqualTo(FILM.title());
        PackItem shortened = new PackItem(ItemKind.NOTE, 8L, null, true, null, "A name", "Somebody rang, […].");
        assertThat(kept(NOTE, shortened)).isEqualTo(NOTE.title());
    }

    @Test
    void anOfficerMayCallItSomethingElse() {
        assertThat(kept(FILM, described(" A film of a group "))).isEqualTo("A film of a group");
        PackLine line = line(FILM, described("A film of a group"), "A film of a group");
        assertThat(PackTitles.printed(line, FILMS, Language.CY)).isEqualTo("A film of a group");
        assertThat(PackTitles.given(line, FILMS).title()).isEqualTo("A film of a group");
    }

    @Test
    void whatStandsForATitleIsInTheLanguageOfTheLetterAndNoTitleInTheNextRound() {
        PackLine line = PackRules.line(OF, 4, described(null), FILMS_CY);
        assertThat(line.title()).isEqualTo("Tystiolaeth (eitem 4)");
        assertThat(PackTitles.printed(line, FILMS_CY, Language.EN)).isEqualTo("Evidence (item 4)");
        assertThat(PackTitles.given(line, FILMS_CY).title()).isNull();
    }

    @Test
    void whichItemItWasIsKnownInTheCase() {
        PackLine line = PackRules.line(OF, 4, described(null), FILMS);
        assertThat(line.sourceTitle()).isEqualTo(FILM.title());
        assertThat(line.item().source()).isEqualTo(FILM.source());
        assertThat(PackRules.line(OF, 4, described(null), known(Language.EN, evidence("E".repeat(310)), FILM_CY)).sourceTitle()).hasSize(300);
    }

    /** Put in while the pack was in English, held back in the next round, by when the subject wishes Welsh. */
    @Test
    void itsOwnTitleInTheOtherLanguageIsNoTitleThatAnOfficerGave() {
        PackLine whole = PackRules.line(OF, 4, PackItem.in(ItemKind.EVIDENCE, 6L, null), FILMS);
        assertThat(whole.title()).isEqualTo(FILM.title());
        assertThat(PackTitles.given(whole, FILMS_CY).title()).isNull();
        PackLine held = PackRules.line(OF, 4, described(FILM.title()), FILMS_CY);
        assertThat(held.title()).isEqualTo("Tystiolaeth (eitem 4)");
        assertThat(PackTitles.printed(line(FILM, described(null), FILM.title()), FILMS_CY, Language.CY)).isEqualTo("Tystiolaeth (eitem 4)");
        assertThat(PackTitles.printed(whole, FILMS_CY, Language.CY)).isEqualTo(FILM_CY.title());
    }

    /** Whatever the case calls it by now. */
    @Test
    void norIsWhatTheCaseCalledItWhenThePackWasComposed() {
        PackLine whole = PackRules.line(OF, 4, PackItem.in(ItemKind.EVIDENCE, 6L, null), FILMS);
        PackSource other = evidence("Evidence: a film");
        assertThat(PackTitles.given(whole, known(Language.EN, other, other)).title()).isNull();
    }

    @Test
    void everyKindHasItsWordInBothLanguages() {
        for (ItemKind kind : ItemKind.values()) {
            assertThat(LetterTexts.has(Language.EN, "referral.neutral." + kind)).isTrue();
            assertThat(LetterTexts.has(Language.CY, "referral.neutral." + kind)).isTrue();
        }
    }

    private static KnownSources known(Language language, PackSource english, PackSource welsh) {
        return new KnownSources(language, Map.of(Language.EN, Map.of(english.source(), english), Language.CY, Map.of(welsh.source(), welsh)));
    }

    private static String kept(PackSource source, PackItem item) {
        return PackTitles.kept(item, 4, known(Language.EN, source, source));
    }

    private static PackLine line(PackSource source, PackItem item, String title) {
        return new PackLine(OF, 4, item, title, source.title(), source.fingerprint());
    }

    private static PackItem described(String title) {
        return new PackItem(ItemKind.EVIDENCE, 6L, title, true, null, "Children’s faces", null);
    }

    private static PackSource evidence(String title) {
        return new PackSource(ItemKind.EVIDENCE, 6L, title, true, null, List.of(), List.of(),
                new PackSource.SourceFile(51L, "amy-jones-y4.mp4", "video/mp4", 4_200_000, "ab".repeat(32)));
    }
}
