package org.probity.ear.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What belongs to no board but to somebody all the same: a link that was theirs, an archive for the operator alone. */
final class Outside {

    private static final Path FOLDER = Path.of(System.getProperty("probity.servers"), "isolation/data/probity/archives");
    private static final String KEPT = "chscb-20260102T030405678Z.age";
    private static final String STRAY = "notes.txt";

    private final Tried tried = new Tried();
    private final Attempts attempts = new Attempts(tried, List.of(), List.of());
    private final Archive archive;
    private final Strangers people;
    private final Target kept;

    /** @param used has a link that was used */
    Outside(Archive archive, Strangers people, Target used) throws IOException {
        this.archive = archive;
        this.people = people;
        this.kept = used.with(Kind.ARCHIVE, KEPT);
        Files.createDirectories(FOLDER);
        Files.writeString(FOLDER.resolve(KEPT), "age-encryption.org/v1");
        Files.writeString(FOLDER.resolve(STRAY), "Left behind.");
    }

    /** By everybody; by the operator too what lies beside the archives, since the archives are theirs. */
    Tried tried() {
        people.all().forEach((account, guest) -> by(new Stranger(account, guest, null, World.BOARD, kept, null)));
        by(new Stranger("nobody", people.nobody(), null, World.BOARD, kept, null));
        Stranger operator = new Stranger("operator", people.guest("operator"), null, World.BOARD, kept.with(Kind.ARCHIVE, STRAY), null);
        archives(operator);
        assertThat(operator.guest().get("/operator/archives/" + KEPT + "/file").status()).as("the operator's own").isEqualTo(200);
        return tried;
    }

    private void by(Stranger stranger) {
        if (!stranger.who().equals("operator")) {
            archives(stranger);
        }
        at(stranger, "/link/{token}", "link");
    }

    private void archives(Stranger stranger) {
        at(stranger, "/operator/archives/{file}/file", "page");
    }

    private void at(Stranger stranger, String address, String way) {
        assertThat(archive.addresses("WITHOUT_BOARD")).contains(address);
        List<Kind> kinds = Kind.in(address);
        Function<Target, String> path = target -> Kind.fill(address, target.ids(kinds, target, 0));
        attempts.compare(stranger, kinds, way, "GET " + address, target -> stranger.guest().get(path.apply(target)));
        attempts.compare(stranger, kinds, way + ", posted", "POST " + address, target -> stranger.guest().post(path.apply(target), Map.of("form", "form",
                "passphrase", Links.PASSPHRASE, "again", Links.PASSPHRASE)));
    }
}
