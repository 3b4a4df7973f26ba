/** The user's own names for endpoints: rules of path patterns, compiled to matchers over bytes. */
package io.tierlens.formats.endpoint;
