package org.probity.web.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.probity.kernel.Language;
import org.probity.web.faces.Texts;

/**
 * The answer while the database is away: a page without a board, a person or anything else that would have to be asked for, and
 * so in both languages.
 */
final class Unavailable {

    /** Seconds. */
    private static final String PATIENCE = "10";

    private static final List<String> LINES = List.of("frame.unavailable.what", "frame.unavailable.next");

    private Unavailable() {
    }

    static void answer(HttpServletResponse response, boolean demo) throws IOException {
        response.resetBuffer();
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Retry-After", PATIENCE);
        response.setContentType("text/html");
        response.setCharacterEncoding("UTF-8");
        String parts = Arrays.stream(Language.values()).map(language -> part(language, demo)).collect(Collectors.joining());
        response.getWriter().print("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"UTF-8\"><meta name=\"viewport\" "
                + "content=\"width=device-width, initial-scale=1\"><title>" + Texts.get(Language.EN, "frame.unavailable.title")
                + " – Probity</title></head><body><main>" + parts + "</main></body></html>\n");
    }

    private static String part(Language language, boolean demo) {
        return "<section lang=\"" + language.code() + "\"><h1>" + Texts.get(language, "frame.unavailable.title") + "</h1>"
                + LINES.stream().map(key -> paragraph(language, key)).collect(Collectors.joining())
                + (demo ? paragraph(language, "frame.demo") : "") + "</section>\n";
    }

    private static String paragraph(Language language, String key) {
        return "<p>" + Texts.get(language, key) + "</p>";
    }
}
