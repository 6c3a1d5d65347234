package io.eastwest.routing.outlier;

import java.time.Duration;
import java.util.Optional;

/** Something that outlier detection did. Not meant to be implemented by users. */
public interface OutlierChange {
    /** {@return time since the proxy got the cluster} */
    Duration at();

    /** {@return the host} */
    String address();

    /** {@return what was done} */
    OutlierVerdict verdict();

    /** {@return the detector that fired; empty for a host that came back} */
    Optional<ConsecutiveDetector> detector();
}
