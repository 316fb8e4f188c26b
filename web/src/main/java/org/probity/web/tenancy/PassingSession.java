package org.probity.web.tenancy;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpSession;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A session for the time of one answer: whoever asks for what is not there costs no memory, and is given no cookie. */
final class PassingSession implements HttpSession {

    private final Map<String, Object> attributes = new ConcurrentHashMap<>();
    private final long started = System.currentTimeMillis();
    private final ServletContext context;

    PassingSession(ServletContext context) {
        this.context = context;
    }

    @Override
    public long getCreationTime() {
        return started;
    }

    @Override
    public String getId() {
        return "passing";
    }

    @Override
    public long getLastAccessedTime() {
        return started;
    }

    @Override
    public ServletContext getServletContext() {
        return context;
    }

    @Override
    public void setMaxInactiveInterval(int interval) {
        // it ends with the answer
    }

    @Override
    public int getMaxInactiveInterval() {
        return 0;
    }

    @Override
    public Object getAttribute(String name) {
        return attributes.get(name);
    }

    @Override
    public Enumeration<String> getAttributeNames() {
        return Collections.enumeration(attributes.keySet());
    }

    @Override
    public void setAttribute(String name, Object value) {
        if (value == null) {
            attributes.remove(name);
        } else {
            attributes.put(name, value);
        }
    }

    @Override
    public void removeAttribute(String name) {
        attributes.remove(name);
    }

    @Override
    public void invalidate() {
        attributes.clear();
    }

    @Override
    public boolean isNew() {
        return true;
    }
}
