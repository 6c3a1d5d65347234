package io.eastwest.routing.unmodelled;

import io.eastwest.routing.proxy.NotModelled;
import java.util.List;

/** One sort of things that are not modelled. Immutable and thread-safe. */
interface UnmodelledSource {
    /** {@return those that may change the answer to a call} */
    List<NotModelled> of(UnmodelledCall call);
}
