package org.probity.ear;

/**
 * Servers that classes of tests share, each with boards of its own: started when the first of a process asks, ended with that process. A
 * class that changes settings, stops its server or asks what a whole installation holds has one to itself.
 */
public final class SharedServer {

    private static final int PORTS_OF_A_PROCESS = 200;
    private static final int PROCESS = Integer.getInteger("probity.fork", 1);
    private static final int FIRST_PORT = 3000 + PORTS_OF_A_PROCESS * PROCESS;

    private static Server still;
    private static Server moving;

    private SharedServer() {
    }

    /** Its clock shows the time there is. */
    public static synchronized Server still() {
        if (still == null) {
            still = started("shared-still", FIRST_PORT);
        }
        return still;
    }

    /** Whoever likes moves its clock on, and nobody back. */
    public static synchronized Server moving() {
        if (moving == null) {
            moving = started("shared-moving", FIRST_PORT + PORTS_OF_A_PROCESS / 2);
        }
        return moving;
    }

    private static Server started(String name, int port) {
        return Server.named(name + "-" + PROCESS, port).withMovableClock().start();
    }
}
