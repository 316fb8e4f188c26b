package org.probity.ear;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A real Chromium. Every person gets a window of their own, with cookies of their own. */
public final class Browser implements AutoCloseable {

    private static final List<String> ARGUMENTS = List.of("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync");
    private static final double MILLIS_TO_WAIT = 15_000;

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final String address;

    private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium, String address) {
        this.playwright = playwright;
        this.chromium = chromium;
        this.address = address;
    }

    /** @param address where Probity answers, e.g. {@code http://127.0.0.1:8130}; pages are opened relative to it */
    public static Browser at(String address) {
        Optional<Path> executable = Chromium.provide();
        Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        BrowserType.LaunchOptions options = new BrowserType.LaunchOptions().setArgs(ARGUMENTS);
        executable.ifPresent(options::setExecutablePath);
        return new Browser(playwright, playwright.chromium().launch(options), address);
    }

    /** A window in English, as wide as a desk screen. */
    public Page window() {
        return window("en-GB", 1280, 900);
    }

    public Page window(String language, int width, int height) {
        Page page = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(address).setLocale(language).setTimezoneId("Europe/London").setViewportSize(width, height)).newPage();
        page.setDefaultTimeout(MILLIS_TO_WAIT);
        return page;
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
