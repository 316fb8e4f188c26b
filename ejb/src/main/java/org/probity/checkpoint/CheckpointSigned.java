package org.probity.checkpoint;

/** A checkpoint was signed, and lies in its file; whoever witnesses checkpoints may take it away. */
public record CheckpointSigned(SignedCheckpoint checkpoint) {
}
