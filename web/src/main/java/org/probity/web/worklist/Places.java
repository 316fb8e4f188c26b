package org.probity.web.worklist;

import org.probity.worklist.WorkRow;

/** Where each kind of work is done: a row of the worklist opens the case at that place. */
public final class Places {

    private Places() {
    }

    /** Path below the board. */
    public static String of(WorkRow row) {
        String investigation = "investigations/" + row.reference();
        return switch (row.task()) {
            case "answerUrgentGate" -> investigation + "/gates/urgent";
            case "reportDanger" -> investigation + "/gates/danger-report";
            case "preserveEvidence" -> investigation + "/evidence/new";
            case "triage" -> investigation + "/triage";
            case "answerSafeguardingGate" -> investigation + "/gates/safeguarding";
            case "tellDesignatedOfficer" -> investigation + "/gates/designated-officer";
            case "recordFindings" -> investigation + "/findings";
            case "reviewFindings" -> investigation + "/findings/review";
            case "closeInvestigation" -> investigation + "/closure";
            case "composePack", "answerQuestion", "redirectReferral", "checkDuties" -> investigation + "/referral";
            case "approveReferral" -> investigation + "/referral/approval";
            default -> ofTarget(row, investigation);
        };
    }

    private static String ofTarget(WorkRow row, String investigation) {
        boolean portal = row.task().equals("awaitReply");
        return switch (row.targetKind()) {
            case "removal-request" -> (portal ? "requests" : investigation) + "/removal/" + row.targetId();
            case "cooperation-request" -> (portal ? "requests" : investigation) + "/cooperation/" + row.targetId();
            case "referral" -> "referrals/" + row.targetId();
            default -> investigation;
        };
    }
}
