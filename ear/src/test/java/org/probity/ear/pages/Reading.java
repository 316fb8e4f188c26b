package org.probity.ear.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;

/** What has to hold of every page, whoever reads it: their language and no other, every text there, nothing cut off on a phone. */
final class Reading {

    private static final int PHONE = 480;
    private static final String PIECES = """
            () => {
              const pieces = [document.title];
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              const mine = element => element.closest('[lang]') === document.documentElement;
              while (walker.nextNode()) if (mine(walker.currentNode.parentElement)) pieces.push(walker.currentNode.data);
              document.querySelectorAll('input[type=submit]').forEach(e => pieces.push(e.value));
              ['placeholder', 'aria-label', 'alt', 'title', 'summary'].forEach(name =>
                document.querySelectorAll('[' + name + ']').forEach(e => mine(e) && pieces.push(e.getAttribute(name))));
              return pieces.map(piece => piece.trim().replace(/\\s+/g, ' ')).filter(piece => piece.length > 1);
            }""";

    private Reading() {
    }

    static void check(Page page) {
        assertThat(page.title()).as(page.url()).doesNotContain(Words.in("en").of("frame.broken.title"), Words.in("cy").of("frame.broken.title"));
        String language = page.evaluate("navigator.language").toString().substring(0, 2);
        assertThat(page.locator("html").getAttribute("lang")).as("language of %s", page.url()).isEqualTo(language);
        @SuppressWarnings("unchecked")
        List<String> pieces = (List<String>) page.evaluate(PIECES);
        assertThat(pieces).as("texts of %s", page.url()).filteredOn(piece -> piece.contains("???")).isEmpty();
        if (language.equals("cy")) {
            Set<String> english = Words.englishOnly();
            assertThat(pieces).as("English on %s", page.url()).filteredOn(english::contains).isEmpty();
        }
        if (page.viewportSize().width < PHONE) {
            assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .as("%s fits a phone", page.url()).isTrue();
        }
    }
}
