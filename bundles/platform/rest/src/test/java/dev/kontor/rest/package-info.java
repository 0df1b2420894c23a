/** Tests over real HTTP: Jetty and Jersey with the resources as they are, and a company of one order behind them. */
package dev.kontor.rest;
