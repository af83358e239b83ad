// The program starts here; everything it does is in Launch.
Launch.main()
