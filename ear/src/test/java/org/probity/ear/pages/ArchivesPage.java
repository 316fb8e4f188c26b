package org.probity.ear.pages;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.probity.ear.Authenticator;

/** The operator's desk for whole boards. What is begun here goes on in the background; {@link #outcome()} waits for it. */
public final class ArchivesPage extends Form {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String CHOSEN = "boards come and go by night";
    private static final double MOMENT = 250;

    private Authenticator app;
    private Supplier<Instant> now;

    public ArchivesPage(Page page) {
        super(page);
    }

    public ArchivesPage operator(String username, String password) {
        open("/signin");
        type("username", username);
        type("password", password);
        Form.navigate(page(), () -> page().locator("main input[type=submit]").click());
        return this;
    }

    /**
     * The first operator of an empty installation, whose printed password is good for one sign-in and opens nothing before they
     * have set up a second factor.
     *
     * @param clock of the server
     */
    public ArchivesPage firstOperator(String password, Supplier<Instant> clock) {
        operator("operator", password);
        type("current", password);
        type("passphrase", CHOSEN);
        type("again", CHOSEN);
        press("change");
        open("/operator");
        app = new Authenticator(part("secret"));
        now = clock;
        type("code", app.at(now.get()));
        press("confirm");
        return this;
    }

    /** Shows once more who they are, which is asked before boards are touched. */
    public void confirm() {
        open("/account/confirm?next=/operator/archives");
        type("passphrase", CHOSEN);
        type("code", app.at(now.get()));
        press("confirm");
    }

    public void closeAndAskToWipe(String board) {
        close(board);
        open("/operator/boards/" + board + "/wipe");
        type("typed", board);
        press("ask");
    }

    /** Has the board's administrator, who must be signed in here, make a key. @return the secret key */
    public String makeKey(String board) {
        open("/" + board + "/archive-key");
        Download file = page().waitForDownload(() -> page().locator("#make").click());
        try {
            return Files.readAllLines(file.path()).stream().filter(line -> line.startsWith("AGE-SECRET-KEY-1")).findFirst().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Has the operator confirm it, where the board has no second administrator. */
    public void confirmKey(String board) {
        open("/operator/boards/" + board + "/powers");
        Form.navigate(page(), () -> page().locator("#powers input[type=submit]").first().click());
    }

    public void close(String board) {
        open("/operator/boards/" + board + "/closing");
        type("typed", board);
        press("close");
    }

    /** Makes an archive of the board. @return the name of its file */
    public String export(String board) {
        open("/operator/archives");
        Form.navigate(page(), () -> row(board).locator("input[id$=':export']").click());
        String outcome = outcome();
        if (!outcome.contains("Done")) {
            throw new IllegalStateException(outcome);
        }
        return outcome.replaceAll("(?s).*?(\\S+\\.age).*", "$1");
    }

    /** The SHA-256 that the page shows beside a file. */
    public String print(String file) {
        open("/operator/archives");
        return page().locator("#files tbody tr").filter(new Locator.FilterOptions().setHasText(file)).locator(".values").innerText().strip();
    }

    public ArchivesPage wipe(String board) {
        open("/operator/boards/" + board + "/wipe");
        type("typed", board);
        press("wipe");
        return this;
    }

    /** Asks for a new board at that address. @return what is wrong with that */
    public List<String> create(String board) {
        open("/operator/boards/new");
        type("name", "Another board");
        type("slug", board);
        type("prefix", "OTHER");
        type("contactEmail", "another@example.org");
        press("create");
        return problems();
    }

    /** Puts back what this installation made. */
    public ArchivesPage restore(String file, String identity) {
        return restore(file, identity, "");
    }

    /** @param fingerprint of the installation that made the archive */
    public ArchivesPage restore(String file, String identity, String fingerprint) {
        open("/operator/archives/restore");
        select("file", file);
        type("identity", identity);
        type("fingerprint", fingerprint);
        press("restore");
        return this;
    }

    /** By which others know the archives of this installation. */
    public String fingerprint() {
        open("/operator/archives");
        return page().locator("#fingerprint").innerText().strip();
    }

    /** What the newest work came to, with its reason, once it has ended. */
    public String outcome() {
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            open("/operator/archives");
            String newest = page().locator("#runs tbody tr").first().innerText().strip();
            if (!newest.contains("Running")) {
                return newest;
            }
            page().waitForTimeout(MOMENT);
        }
        throw new IllegalStateException("What was begun has not ended");
    }

    private Locator row(String board) {
        return page().locator("#boards tbody tr").filter(new Locator.FilterOptions().setHasText("/" + board));
    }
}
