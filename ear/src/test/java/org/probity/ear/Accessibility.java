package org.probity.ear;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Collectors;

/** Holds a page against WCAG 2.2 AA as far as a machine can. */
public final class Accessibility {

    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private Accessibility() {
    }

    /** @throws AssertionError naming each rule broken, why, and the elements that break it */
    public static void check(Page page) {
        List<Rule> violations = new AxeBuilder(page).options(ofViolations()).withTags(RULES).setLegacyMode(true).analyze().getViolations();
        if (!violations.isEmpty()) {
            throw new AssertionError(page.url() + " breaks " + violations.size() + " accessibility rules:\n"
                    + violations.stream().map(Accessibility::describe).collect(Collectors.joining("\n")));
        }
    }

    /** No page holds another one, so that all is done in the page itself; of what holds nothing is told. */
    private static AxeRunOptions ofViolations() {
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        options.setIFrames(false);
        return options;
    }

    private static String describe(Rule rule) {
        return "- " + rule.getId() + " (" + rule.getImpact() + "): " + rule.getHelp() + rule.getNodes().stream()
                .map(node -> "\n    " + node.getTarget() + "  " + node.getHtml() + "\n      " + node.getFailureSummary().replace("\n", "\n      "))
                .collect(Collectors.joining());
    }
}
