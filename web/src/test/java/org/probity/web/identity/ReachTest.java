package org.probity.web.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever is asked something, or reported something, sees how to reach the board. */
class ReachTest {

    private static final Path PAGES = Path.of("src/main/webapp");

    @ParameterizedTest
    @ValueSource(strings = {"removal/mine", "removal/reply", "removal/done", "removal/requests", "cooperation/mine", "cooperation/reply",
            "cooperation/done", "report/receipt", "report/follow"})
    void thePageSaysHowToReachTheBoard(String page) throws IOException {
        assertThat(Files.readString(PAGES.resolve(page + ".xhtml"))).containsOnlyOnce("<ui:include src=\"/identity/parts/reach.xhtml\"/>");
    }

    @Test
    void whatIsNotSetIsNotShown() throws IOException {
        String part = Files.readString(PAGES.resolve("identity/parts/reach.xhtml"));
        assertThat(part).contains("rendered=\"#{not empty ourBoard.contact.postalAddress()}\"", "rendered=\"#{not empty ourBoard.dialled}\"",
                "href=\"tel:#{ourBoard.dialled}\"", "href=\"mailto:#{ourBoard.contact.contactEmail()}\"");
    }
}
