package org.probity.notification;

import org.probity.tenancy.CurrentBoard;

/** Addresses of pages, for letters and mail. Where Probity is reached is said by {@code PROBITY_URL}. */
public final class Links {

    private static final String HERE = root(System.getenv("PROBITY_URL"));

    private Links() {
    }

    /** A page of the current board, such as {@code requests/removal/12}. */
    public static String to(String path) {
        return toRoot(CurrentBoard.slug() + "/" + trim(path));
    }

    /** A page that belongs to no board, such as {@code referrals}. */
    public static String toRoot(String path) {
        return HERE + trim(path);
    }

    private static String root(String configured) {
        String url = configured == null || configured.isBlank() ? "http://localhost:8080" : configured.strip();
        return url.endsWith("/") ? url : url + "/";
    }

    private static String trim(String path) {
        return path.startsWith("/") ? path.substring(1) : path;
    }
}
