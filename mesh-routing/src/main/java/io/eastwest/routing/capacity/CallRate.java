package io.eastwest.routing.capacity;

import io.eastwest.routing.Call;
import io.eastwest.routing.balancing.Share;

/**
 * How often a workload makes a call.
 *
 * @param call the call; its caller names a pod, or a workload of one cluster whose pods that are up make as many calls each
 * @param perSecond calls per second of all these pods together, exactly; connections for TCP
 */
public record CallRate(Call call, Share perSecond) {}
