package org.probity.detection;

/** That a danger was reported outside, by which route and under which reference of theirs. */
public record DangerReport(Route route, String externalReference, String note) {

    /** Where to. IWF gets the address only, never a copy. */
    public enum Route { POLICE_999, POLICE, CEOP, IWF }
}
