package org.probity.ear.pages;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.probity.ear.Accessibility;

/** A page with a form: fields go by the id they have in the page. Every page opened or reached this way is held against WCAG. */
public class Form {

    private static final Set<String> CHECKED = ConcurrentHashMap.newKeySet();
    private static final String BUILT = """
            () => [innerWidth, document.documentElement.lang, location.pathname.replace(/[0-9]+/g, '0'),
              ...Array.from(document.querySelectorAll('*'), e => e.tagName + '.' + e.className)].join()""";

    private final Page page;

    public Form(Page page) {
        this.page = page;
    }

    public Page page() {
        return page;
    }

    /** Opens a path from the root, such as {@code /chscb/report}. */
    public void open(String path) {
        page.navigate(path);
        look();
    }

    /**
     * Clicks and waits for the page that comes, be it the same one again. What Playwright would have instead of its own word for that
     * waits for another address.
     */
    @SuppressWarnings("deprecation")
    public static void navigate(Page page, Runnable click) {
        page.waitForNavigation(click);
    }

    /** Goes where a link leads. */
    public void follow(String link) {
        navigate(page, () -> page.locator(link).first().click());
        look();
    }

    /** What has to hold of every page. One that is built like one seen before is not held against WCAG again. */
    public void look() {
        Reading.check(page);
        if (CHECKED.add(page.evaluate(BUILT).toString())) {
            Accessibility.check(page);
        }
    }

    public void type(String field, String text) {
        page.locator(id(field)).fill(text);
    }

    /** Chooses a file that is read from the disk, as a person's is: a large one does not pass through the test's own wire to the browser. */
    final void attach(String field, String fileName, byte[] bytes) {
        try {
            Path file = Files.createTempDirectory("chosen").resolve(fileName);
            file.getParent().toFile().deleteOnExit();
            file.toFile().deleteOnExit();
            page.locator(id(field)).setInputFiles(Files.write(file, bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void tick(String field) {
        page.locator(id(field)).check();
    }

    /** Chooses by value, such as the name of an enum or {@code true}. */
    public void choose(String radios, Object value) {
        page.locator("input[name='" + radios + "'][value='" + value + "']").check();
    }

    public void select(String field, String label) {
        page.locator(id(field)).selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(label));
    }

    /** Presses a button and waits for the page it leads to. */
    public void press(String button) {
        navigate(page, () -> page.locator(id(button)).click());
        look();
    }

    /** What went well, as the banner says it; empty where there is none. */
    public String success() {
        Locator banner = page.locator(".message.success");
        return banner.count() == 0 ? "" : banner.first().innerText().strip();
    }

    /** Every problem in the summary at the top. */
    public List<String> problems() {
        return page.locator("#problems li").allInnerTexts();
    }

    public String heading() {
        return page.locator("h1").innerText();
    }

    /** The number at the end of the address, such as that of a request just made. */
    public long number() {
        return Long.parseLong(page.url().replaceAll("[?#].*", "").replaceAll(".*/", ""));
    }

    /** What stands in a part of the page. */
    public String part(String field) {
        return page.locator(id(field)).first().innerText();
    }

    public String typed(String field) {
        return page.locator(id(field)).inputValue();
    }

    static String id(String field) {
        return "#" + field.replace(":", "\\:");
    }
}
