package org.probity.documents;

/** A file as it came from a browser or over REST; {@link Documents} checks it when it is stored. */
public record Upload(String fileName, byte[] bytes) {
}
