package org.probity.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.probity.TestDatabase;
import org.probity.disclosure.PackSource.SourceFile;
import org.probity.kernel.Language;

/** What a pack that was composed carries, as the case is now. */
class PacksTest {

    private static final PackCase OF = new PackCase(4L, 1, "CHSCB-2026-0042", 1L, 2L, "Why", null, Set.of());
    private static final PackSource PICTURE = new PackSource(ItemKind.EVIDENCE, 7L, "Evidence: a picture", true, null, List.of(), List.of(),
            new SourceFile(8L, "picture.jpg", "image/jpeg", 9, "00"));
    private static final PackItem GIVEN = PackItem.in(ItemKind.EVIDENCE, 7L, null);

    @Test
    void aFileThatIsNoLongerToBeCopiedIsInAPackThatGaveIt() {
        assertThat(carriesFiles(line(GIVEN, PICTURE))).isTrue();
    }

    @Test
    void noneIsInAPackThatNeverGaveIt() {
        for (PackLine without : List.of(line(GIVEN, PICTURE.withoutFile()), line(PackItem.out(ItemKind.EVIDENCE, 7L, null, "Others"), PICTURE),
                line(new PackItem(ItemKind.EVIDENCE, 7L, null, true, null, "Only described", null), PICTURE))) {
            assertThat(carriesFiles(without)).isFalse();
        }
    }

    private static PackLine line(PackItem item, PackSource source) {
        return new PackLine(OF, 1, item, "Evidence 1", source.title(), source.fingerprint());
    }

    private static boolean carriesFiles(PackLine line) {
        Map<String, PackSource> known = Map.of(PICTURE.source(), PICTURE.withoutFile());
        return TestDatabase.wire(new Packs(), new PackMaker() {
            @Override
            List<PackLine> lines(Long referral, int round) {
                return List.of(line);
            }
        }, new PackSources() {
            @Override
            KnownSources known(PackCase of) {
                return new KnownSources(Language.EN, Map.of(Language.EN, known, Language.CY, known));
            }
        }).carriesFiles(OF);
    }
}
