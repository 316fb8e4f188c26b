package org.probity.web.http;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/** Where Probity is reached by https, the session cookie never travels without it. */
@WebListener
public class SessionCookie implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent event) {
        String url = System.getenv("PROBITY_URL");
        event.getServletContext().getSessionCookieConfig().setSecure(url != null && url.startsWith("https:"));
    }
}
