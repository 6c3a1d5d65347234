package io.eastwest.routing;

import io.eastwest.routing.balancing.Share;

/**
 * What an application answers to a share of the requests that get to it, whoever sends them: no manifest says it, so it is assumed.
 *
 * @param status HTTP status of these answers, 400 to 599
 * @param share their share of all requests, more than 0 and at most 1
 */
public record ErrorAnswer(int status, Share share) {
    private static final int LEAST = 400;
    private static final int MOST = 599;

    /**
     * Checks the values.
     *
     * @param status HTTP status
     * @param share share of all requests
     * @throws IllegalArgumentException if one is out of range
     */
    public ErrorAnswer {
        if (status < LEAST || status > MOST) {
            throw new IllegalArgumentException("an error has a status from 400 to 599, but this is " + status);
        }
        if (share.isZero() || share.compareTo(Share.ONE) > 0) {
            throw new IllegalArgumentException("errors are a share of more than 0 and at most 1, but this is " + share);
        }
    }
}
