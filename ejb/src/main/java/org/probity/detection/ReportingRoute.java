package org.probity.detection;

/**
 * Where a danger is reported outside.
 *
 * @param code as in {@link DangerReport.Route}, or PLATFORM
 * @param address telephone ({@code tel:999}) or web address; null where it differs from case to case
 * @param when it is the right route
 * @param warning what to mind, or null
 */
public record ReportingRoute(String code, String name, String address, String when, String warning) {

    /** The number to dial, or null for a web address. */
    public String telephone() {
        return address != null && address.startsWith("tel:") ? address.substring(4) : null;
    }
}
