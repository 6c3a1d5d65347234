package io.eastwest.routing.platform;

import io.eastwest.routing.balancing.Share;
import java.util.List;

/** What becomes of a request that one pod takes: it calls whom it cannot do without. */
interface CallTree {
    /**
     * Follows a request.
     *
     * @param cluster cluster of the pod
     * @param service its service
     * @param pod the pod
     * @param losses takes the shares that fail of the requests to this pod
     * @return the share of the requests to this pod that is answered
     */
    Share answered(String cluster, String service, String pod, List<EntryLoss> losses);
}
