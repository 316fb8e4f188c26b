package org.probity.ear;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.util.ArrayList;
import java.util.List;
import org.probity.ear.pages.Form;
import org.probity.ear.pages.SignInPage;
import org.probity.ear.pages.Words;

/** Somebody at a window of their own. Whatever their browser complains about, such as a blocked script, is kept. */
final class Visitor {

    static final int DESK = 1280;
    static final int PHONE = 390;

    private final Page page;
    private final String language;
    private final List<String> complaints = new ArrayList<>();

    Visitor(Browser browser, String language, int width) {
        this.language = language;
        page = browser.window(language + "-GB", width, 900);
        page.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
    }

    /** @param account the part of the log-in before the at sign, such as {@code chscb-officer} */
    Visitor signIn(String account) {
        new Form(page).open("/signin?language=" + language);
        new SignInPage(page).as(account + "@example.org");
        new Form(page).look();
        return this;
    }

    Page page() {
        return page;
    }

    Form at(String path) {
        Form form = new Form(page);
        form.open(path);
        return form;
    }

    /** Another window of the same person. */
    Page secondWindow() {
        return page.context().newPage();
    }

    Words words() {
        return Words.in(language);
    }

    /** Has to find nothing there, said in their language; a browser mentions it, and that is no complaint. */
    void findsNothingAt(String path) {
        assertThat(page.navigate(path).status()).as("%s for %s", path, page.url()).isEqualTo(404);
        new Form(page).look();
        assertThat(page.locator("h1").innerText()).isEqualTo(words().of("frame.missing.title"));
        complaints.removeIf(line -> line.contains("404"));
    }

    /** Has to learn no more there than at an address that stands for nothing. */
    void seesNothingAt(String path, String forged) {
        int status = page.navigate(path).status();
        String said = page.locator("main").innerText();
        assertThat(status).as(path).isIn(403, 404);
        assertThat(page.navigate(forged).status()).as(forged).isEqualTo(status);
        assertThat(page.locator("main").innerText()).isEqualTo(said);
        new Form(page).look();
        complaints.removeIf(line -> line.contains(String.valueOf(status)));
    }

    byte[] download(String path) {
        APIResponse answer = page.request().get(path, RequestOptions.create());
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer.body();
    }

    List<String> complaints() {
        return complaints;
    }
}
