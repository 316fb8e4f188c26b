package org.probity.web.http;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A request below a board: the board is part of the context path, so Faces writes it into every address by itself, and what
 * stood in the path are request parameters.
 */
final class BoardRequest extends HttpServletRequestWrapper {

    /** What was sent is no form that could be meant here. */
    static final class Unreadable extends ServletException {

        private static final long serialVersionUID = 1L;
    }

    private final String contextPath;
    private final Map<String, String> inPath;
    private boolean checked;

    /** @param board slug, or null for an address without a board */
    BoardRequest(HttpServletRequest request, String board, Map<String, String> inPath) {
        super(request);
        this.contextPath = board == null ? request.getContextPath() : request.getContextPath() + "/" + board;
        this.inPath = inPath;
    }

    @Override
    public String getContextPath() {
        return contextPath;
    }

    /** @throws Unreadable where the form came without parts: a file cannot have been sent in it */
    @Override
    public Collection<Part> getParts() throws IOException, ServletException {
        if (getContentType() == null || !getContentType().toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
            throw new Unreadable();
        }
        return super.getParts();
    }

    /** Asked before anything becomes text. A servlet that takes no parts reads none. */
    private void checkFields() {
        if (!checked && LongBodies.hasParts(this) && LongBodies.isLong() && LongBodies.takesParts()) {
            checked = true;
            try {
                LongBodies.requireSmallFields(super.getParts());
            } catch (IOException | ServletException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public String getParameter(String name) {
        checkFields();
        return inPath.containsKey(name) ? inPath.get(name) : super.getParameter(name);
    }

    @Override
    public String[] getParameterValues(String name) {
        checkFields();
        return inPath.containsKey(name) ? new String[] {inPath.get(name)} : super.getParameterValues(name);
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        checkFields();
        Map<String, String[]> all = new LinkedHashMap<>(super.getParameterMap());
        if (all.containsKey(null)) {
            throw new IllegalStateException(new Unreadable());
        }
        inPath.forEach((name, value) -> all.put(name, new String[] {value}));
        return Collections.unmodifiableMap(all);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(getParameterMap().keySet());
    }
}
