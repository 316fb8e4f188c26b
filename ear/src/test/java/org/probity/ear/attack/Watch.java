package org.probity.ear.attack;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;

/** A real browser looking at a page: whatever runs, asks, loads from elsewhere or breaks the policy is a fault. */
final class Watch {

    /** In the page as the browser understood it: an element or attribute that an attacker made. */
    private static final String LIVE = """
            () => Array.from(document.querySelectorAll('*')).filter(e => e.localName.includes('pwn')
              || (e.localName === 'script' && e.textContent.includes('pwn'))
              || Array.from(e.attributes).some(a => a.name.includes('pwn') || (a.name.startsWith('on') && a.value.includes('pwn'))
                || (['href', 'src', 'action', 'formaction', 'data'].includes(a.name)
                  && /^[\\s\\u0000-\\u001f]*(javascript|vbscript|data:text|\\/\\/attack|https?:\\/*attack)/i.test(a.value))))
              .map(e => e.outerHTML.slice(0, 200))""";

    private final Page page;
    private final String address;
    private final Outcomes outcomes;

    Watch(Page page, String address, Outcomes outcomes) {
        this.page = page;
        this.address = address;
        this.outcomes = outcomes;
        page.exposeFunction("pwn", args -> {
            outcomes.fault(page.url() + " ran a payload");
            return null;
        });
        page.onDialog(dialog -> {
            outcomes.fault(page.url() + " opened a dialog");
            dialog.dismiss();
        });
        page.onPageError(error -> outcomes.fault(page.url() + " failed: " + error));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("the server responded with a status of 4")) {
                outcomes.fault(page.url() + " complained: " + message.text());
            }
        });
        page.onRequest(request -> {
            if (!request.url().startsWith(address) && !request.url().startsWith("data:image/")) {
                outcomes.fault(page.url() + " asked " + request.url());
            }
        });
    }

    void at(String path) {
        page.navigate(path);
        live();
        outcomes.count("pages drawn by a browser");
    }

    void live() {
        if (page.evaluate(LIVE) instanceof List<?> found) {
            found.forEach(element -> outcomes.fault(page.url() + " has made " + element));
        }
    }

    /** The same page as if its makers had forgotten to escape one payload. */
    void unescaped(String path, String payload) {
        page.route(address + path, route -> {
            var honest = route.fetch();
            route.fulfill(new com.microsoft.playwright.Route.FulfillOptions().setStatus(honest.status()).setHeaders(Map.copyOf(honest.headers()))
                    .setBody(honest.text().replace("</h1>", payload + "</h1>")));
        });
        page.navigate(path);
        live();
        page.unroute(address + path);
    }
}
