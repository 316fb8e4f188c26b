package org.probity.worklist;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * What makes a case urgent: none of it, where it is not.
 *
 * @param danger somebody may be in danger now
 * @param indecentImage an indecent image of a child is suspected
 * @param grooming grooming is suspected
 */
@Embeddable
public record Urgency(@Column(name = "urgent_danger", nullable = false) boolean danger,
        @Column(name = "urgent_image", nullable = false) boolean indecentImage,
        @Column(name = "urgent_grooming", nullable = false) boolean grooming) {

    /** Whether any of it is so. */
    public boolean urgent() {
        return danger || indecentImage || grooming;
    }

    /** Such an image is suspected from now on, whatever else there is. */
    public Urgency withImage() {
        return new Urgency(danger, true, grooming);
    }
}
