package org.probity.web.faces;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/** How a file goes out: under a name no header can be broken with, and locked up, so that nothing in it runs here. */
public final class Attachment {

    /** Content-security policy of a file: it loads nothing, sends nothing, and stands in an origin of its own. */
    public static final String POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

    private Attachment() {
    }

    /** Content-Disposition (RFC 6266): the name in plain letters for old clients, and as it is for all others (RFC 8187). */
    public static String named(String how, String fileName) {
        String plain = Normalizer.normalize(fileName, Normalizer.Form.NFD).replaceAll("\\p{M}", "").replaceAll("[^A-Za-z0-9._ -]", "_");
        String exact = URLEncoder.encode(fileName, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
        return how + "; filename=\"" + plain + "\"; filename*=UTF-8''" + exact;
    }
}
