package org.probity.files;

import java.util.List;
import org.probity.documents.Documents;
import org.probity.kernel.Refusal;

/**
 * A file as it came from a browser or over REST; {@link Documents} checks it when it is stored.
 *
 * @param fileName what stands between the beginning and the ending of a very long one is not kept
 */
public record Upload(String fileName, byte[] bytes) {

    /** So many come with one answer: each is one to be looked at, and to be named in a pack or left out of it. */
    private static final int MOST = 20;

    public Upload {
        fileName = fileName == null ? null : FileNames.cut(fileName);
    }

    /** What they are called. @param files may be null */
    public static List<String> names(List<Upload> files) {
        return files == null ? List.of() : files.stream().map(Upload::fileName).toList();
    }

    /** @throws Refusal INVALID on {@code file} where there are more than one answer brings */
    public static void requireFew(List<?> files) {
        if (files != null && files.size() > MOST) {
            throw Refusal.invalid("file", "documents.refused.many", MOST);
        }
    }
}
