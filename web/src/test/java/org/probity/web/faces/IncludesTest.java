package org.probity.web.faces;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.probity.web.investigation.CasePage;

/** No word of a client becomes part of the path of a page: see ear/known-faults.md for what would come of it. */
class IncludesTest {

    private static final Path PAGES = Path.of("src/main/webapp");
    private static final Pattern CHANGING = Pattern.compile("<(?:ui:include|ui:decorate|ui:composition)\\b[^>]*\\b(?:src|template)=\"([^\"]*#\\{[^\"]*)\"");

    private static final Pattern FLASH = Pattern.compile("#\\{[^}]*\\bflash\\b");

    /** Each of these is a word that the page's bean has chosen among its own; the tab is asked for, and held to the tabs there are. */
    private static final Set<String> CHOSEN = Set.of("/investigation/tabs/#{casePage.tab}.xhtml", "/removal/forms/#{page.form}.xhtml",
            "/cooperation/forms/#{page.form}.xhtml", "/removal/reply/#{page.part}.xhtml", "/cooperation/reply/#{page.part}.xhtml",
            "/referral/forms/#{referralDeskPage.form}.xhtml", "/referral/answers/#{receivedPage.form}.xhtml");

    @Test
    void whatIsIncludedByAChangingNameIsChosenByAPageOfOurs() {
        Set<String> found = new TreeSet<>();
        pages().forEach(page -> {
            Matcher include = CHANGING.matcher(page);
            while (include.find()) {
                found.add(include.group(1));
            }
        });
        assertThat(found).containsExactlyInAnyOrderElementsOf(CHOSEN);
    }

    @Test
    void aTabThatThereIsNotIsTheFirst() {
        CasePage page = new CasePage();
        page.setTab("../../WEB-INF/web.xml#");
        assertThat(page.getTab()).isEqualTo(page.getTabs().get(0));
    }

    @Test
    void theWindowsIdStandsInNoAddress() {
        assertThat(text(PAGES.resolve("WEB-INF/web.xml"))).doesNotContain("CLIENT_WINDOW_MODE");
        assertThat(pages()).hasSizeGreaterThan(100).noneMatch(page -> page.contains("<h:button"));
    }

    /** What {@code ArchitectureTest} says of classes. */
    @Test
    void noPageUsesTheFlashWhichIsOpenToOtherBrowsers() {
        assertThat("#{empty flash.receipt}").containsPattern(FLASH);
        assertThat(pages()).noneMatch(page -> FLASH.matcher(page).find());
        assertThat(text(PAGES.resolve("WEB-INF/faces-config.xml"))).contains("<flash-factory>" + NoFlash.class.getName() + "</flash-factory>");
    }

    private static List<String> pages() {
        try (Stream<Path> files = Files.walk(PAGES)) {
            return files.filter(file -> file.toString().endsWith(".xhtml")).map(IncludesTest::text).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
