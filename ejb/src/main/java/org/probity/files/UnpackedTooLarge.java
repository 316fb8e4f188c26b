package org.probity.files;

import java.io.IOException;

/** Once it is unpacked there is more of it than is taken; nothing of the rest was read. */
final class UnpackedTooLarge extends IOException {

    private static final long serialVersionUID = 1L;
}
